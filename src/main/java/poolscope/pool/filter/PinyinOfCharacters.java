package poolscope.pool.filter;

import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Whole pinyin, so that `chongqing` finds 重庆.
///
/// A character has the syllable of its place in the JDK's collation of `zh-CN`, as in [PinyinInitialFinder]. Where a
/// word gives a character another reading than that one, the word is in a list: 重 alone is *zhong*, in 重庆 it is *chong*.
final class PinyinOfCharacters {
    /// A word whose reading is not that of its characters alone.
    ///
    /// @param syllables
    ///            one for each character
    private record Word(String text, List<String> syllables) {}

    /// Words of places, clouds and this window.
    private static final Map<Character, List<Word>> WORDS = words("""
            重庆 chong qing; 重命名 chong ming ming; 重新 chong xin; 重试 chong shi; 重做 chong zuo; 重复 chong fu
            重置 chong zhi; 重启 chong qi; 重建 chong jian; 重载 chong zai; 重叠 chong die; 重定向 chong ding xiang
            复制行 fu zhi hang; 上一行 shang yi hang; 下一行 xia yi hang; 合计行 he ji hang; 多行 duo hang; 行距 hang ju
            行列 hang lie; 行业 hang ye; 银行 yin hang; 每行 mei hang; 弹性 tan xing; 弹窗 tan chuang; 调整 tiao zheng
            调优 tiao you; 调试 tiao shi; 角色 jue se; 校验 jiao yan; 增长 zeng zhang; 大厦 da sha; 西藏 xi zang
            音乐 yin yue; 会计 kuai ji; 深圳 shen zhen; 昇腾 sheng teng; 东莞 dong guan
            什么 shen me; 还剩 hai sheng; 蚌埠 beng bu; 番禺 pan yu
            六安 lu an; 单县 shan xian; 自动调整 zi dong tiao zheng; 率 lv; 着 zhe; 都 dou; 成都 cheng du; 首都 shou du""");

    private static final String FIRST_OF_EACH = "a啊ai埃an鞍ang肮ao凹ba芭bai白ban斑bang邦bao苞bei杯ben奔beng崩bi逼bian鞭biao标bie鳖bin彬bing兵bo玻bu哺ca擦c"
            + "ai猜can餐cang苍cao操ce厕ceng层cha插chai拆chan搀chang昌chao超che车chen郴cheng撑chi吃chong充chou抽chu初c"
            + "huai揣chuan川chuang疮chui吹chun春chuo戳ci疵cong聪cou凑cu粗cuan蹿cui摧cun村cuo磋da搭dai呆dan耽dang当dao"
            + "刀de德deng蹬di堤dian颠diao碉die跌ding丁diu丢dong东dou兜du都duan端dui堆dun墩duo掇e蛾en恩er而fa发fan藩fang坊"
            + "fei菲fen芬feng丰fo佛fou否fu夫ga噶gai该gan干gang冈gao篙ge哥gei给gen根geng耕gong工gou钩gu辜gua刮guai乖guan"
            + "棺guang光gui瑰gun辊guo锅ha哈hai骸han酣hang夯hao壕he呵hei嘿hen痕heng哼hong轰hou喉hu呼hua花huai槐huan欢hua"
            + "ng荒hui灰hun荤huo豁ji击jia嘉jian歼jiang僵jiao蕉jie揭jin巾jing荆jiong炯jiu揪ju鞠juan捐jue撅jun均ka喀kai开"
            + "kan刊kang康kao考ke坷ken肯keng坑kong空kou抠ku枯kua夸kuai块kuan宽kuang匡kui亏kun坤kuo括la垃lai莱lan蓝lang"
            + "琅lao捞le勒lei雷leng棱li厘lia俩lian联liang粮liao撩lie列lin琳ling玲liu溜long龙lou楼lu芦lv驴luan峦lue掠lun"
            + "抡luo萝ma妈mai埋man瞒mang芒mao猫me么mei玫men门meng萌mi眯mian棉miao苗mie蔑min民ming明miu谬mo摸mou谋mu拇na拿"
            + "nai氖nan南nang囊nao挠ne呢nei馁nen嫩neng能ni妮nian蔫niang娘niao鸟nie捏nin您ning柠niu牛nong脓nu奴nv女nuan"
            + "暖nue虐nuo挪o哦ou欧pa啪pai拍pan攀pang乓pao抛pei呸pen喷peng砰pi坯pian篇piao飘pie撇pin拼ping乒po坡pu扑qi期qi"
            + "a掐qian牵qiang枪qiao橇qie切qin钦qing青qiong琼qiu秋qu趋quan圈que缺qun裙ran然rang瓤rao饶re惹ren壬reng扔ri"
            + "日rong戎rou揉ru茹ruan软rui蕊run闰ruo若sa撒sai腮san三sang桑sao搔se瑟sen森seng僧sha莎shai筛shan珊shang墒sh"
            + "ao梢she奢shen砷sheng声shi师shou收shu蔬shua刷shuai摔shuan栓shuang霜shui谁shun吮shuo说si斯song松sou搜su"
            + "嗽suan酸sui虽sun孙suo蓑ta塌tai胎tan坍tang汤tao掏te特teng藤ti梯tian天tiao挑tie贴ting厅tong通tou偷tu凸tuan"
            + "湍tui推tun吞tuo拖wa挖wai歪wan豌wang汪wei威wen瘟weng嗡wo挝wu巫xi昔xia瞎xian掀xiang相xiao萧xie楔xin薪xing星"
            + "xiong兄xiu休xu墟xuan轩xue靴xun勋ya压yan焉yang殃yao邀ye椰yi一yin茵ying英yo哟yong拥you幽yu淤yuan鸳yue曰yun"
            + "耘za匝zai栽zan咱zang赃zao遭ze责zei贼zen怎zeng增zha扎zhai摘zhan瞻zhang樟zhao招zhe遮zhen珍zheng蒸zhi芝zho"
            + "ng中zhou舟zhu珠zhua抓zhuai拽zhuan专zhuang桩zhui椎zhun谆zhuo捉zi兹zong鬃zou邹zu租zuan钻zui嘴zun尊zuo昨";

    /// The syllables looked up so far.
    private static final Map<Character, String> KNOWN = new ConcurrentHashMap<>();

    private PinyinOfCharacters() {}

    /// Loaded when the first Chinese character is looked up, for that takes a moment.
    private static final class Order {
        private static final Collator OF_PINYIN = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        private static final List<String> SYLLABLES = new ArrayList<>();
        private static final List<String> CHARACTERS = new ArrayList<>();

        static {
            var each = Pattern.compile("([a-z]+)(.)").matcher(FIRST_OF_EACH);
            while (each.find()) {
                SYLLABLES.add(each.group(1));
                CHARACTERS.add(each.group(2));
            }
        }
    }

    private static Map<Character, List<Word>> words(String list) {
        var words = new HashMap<Character, List<Word>>();
        for (var entry : list.split("[;\n]")) {
            var parts = entry.strip().split(" ");
            var word = new Word(parts[0], List.of(parts).subList(1, parts.length));
            words.computeIfAbsent(parts[0].charAt(0), _ -> new ArrayList<>()).add(word);
        }
        return words;
    }

    /// The syllables of the longest word of the list that stands there; empty when there is none.
    static List<String> ofWord(String text, int from) {
        return WORDS.getOrDefault(text.charAt(from), List.of())
                .stream()
                .filter(word -> text.startsWith(word.text(), from))
                .max((a, b) -> Integer.compare(a.text().length(), b.text().length()))
                .map(Word::syllables)
                .orElse(List.of());
    }

    /// The syllable of a character alone; empty when it is not known.
    static Optional<String> of(char chinese) {
        if (PinyinInitialFinder.initial(chinese) == PinyinInitialFinder.ANY) return Optional.empty();
        return Optional.of(KNOWN.computeIfAbsent(chinese, PinyinOfCharacters::find));
    }

    /// One at a time, for a [Collator] is not thread-safe.
    private static synchronized String find(char chinese) {
        var character = String.valueOf(chinese);
        int low = 0;
        int high = Order.CHARACTERS.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Order.OF_PINYIN.compare(Order.CHARACTERS.get(middle), character) <= 0) low = middle;
            else
                high = middle - 1;
        }
        return Order.SYLLABLES.get(low);
    }

    /// The characters of the text whose syllables, one after the other, begin with these small letters; the last
    /// syllable may still be unfinished. Empty when there are none.
    static Optional<TextRange> find(String text, String letters) {
        if (!PinyinInitialFinder.isChinese(text) || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z'))
            return Optional.empty();
        var all = new StringBuilder();
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < text.length();) {
            var word = ofWord(text, i);
            var syllables = word.isEmpty() ? List.of(syllable(text.charAt(i))) : word;
            for (var syllable : syllables) {
                starts.add(all.length());
                all.append(syllable);
            }
            i += syllables.size();
        }
        for (int from = 0; from < starts.size(); from++)
            if (all.toString().startsWith(letters, starts.get(from)))
                return Optional.of(new TextRange(from, end(starts, starts.get(from) + letters.length())));
        return Optional.empty();
    }

    /// The character after the one whose syllable the letter before `end` belongs to.
    private static int end(List<Integer> starts, int end) {
        int to = starts.size();
        while (starts.get(to - 1) >= end)
            to--;
        return to;
    }

    /// Other characters separate.
    private static String syllable(char c) {
        return PinyinInitialFinder.isChinese(c) ? of(c).orElse(" ") : " ";
    }
}
