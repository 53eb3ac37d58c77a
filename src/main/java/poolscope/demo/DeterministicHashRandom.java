package poolscope.demo;

import java.util.HexFormat;
import java.util.List;

/// Random numbers without state: the same key and the same salt always give the same number. Properties of pools are
/// computed when they are asked for instead of being kept.
record DeterministicHashRandom(long key) {
    /// Independent random numbers for the thing with this number.
    DeterministicHashRandom of(long which) {
        return new DeterministicHashRandom(mix(key + which * 0x9E3779B97F4A7C15L));
    }

    long bits(int salt) {
        return mix(key ^ mix(salt));
    }

    /// 0 to `bound` - 1.
    int below(int salt, int bound) {
        return (int) Long.remainderUnsigned(bits(salt), bound);
    }

    /// 0 or more, less than 1.
    double fraction(int salt) {
        return (bits(salt) >>> 11) * 0x1.0p-53;
    }

    boolean chance(int salt, double probability) {
        return fraction(salt) < probability;
    }

    <T> T pick(int salt, List<T> from) {
        return from.get(below(salt, from.size()));
    }

    /// 32 hexadecimal digits.
    String hex(int salt) {
        return HexFormat.of().toHexDigits(bits(salt)) + HexFormat.of().toHexDigits(bits(~salt));
    }

    /// Stafford's variant 13 of the SplitMix64 finisher: one to one, so that different keys never meet.
    static long mix(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
