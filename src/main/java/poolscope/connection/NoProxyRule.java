package poolscope.connection;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Matches `no_proxy` as curl does: `*` alone matches every host; otherwise it is a list of names and addresses,
/// separated by commas or blanks. A name matches its host and all subdomains, with or without a leading dot; an address
/// may have a prefix length, as in `10.0.0.0/8`. Ports and other wildcards are not supported.
public final class NoProxyRule {
    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private static final Pattern NAME = Pattern.compile("\\.?[0-9a-z_](?:[0-9a-z_.-]*[0-9a-z_])?\\.?");
    private static final int LONGEST = 2000;

    private NoProxyRule() {}

    /// The typed list without surrounding blanks, when each entry can match a host.
    public static ValidationResult<String> check(String typed) {
        String rule = typed.strip();
        boolean isValid = rule.length() <= LONGEST
                && (rule.equals("*") || entries(rule).allMatch(NoProxyRule::isValid));
        return isValid ? ValidationResult.accepted(rule) : ValidationResult.refused(ValidationError.NO_PROXY_MALFORMED);
    }

    private static boolean isValid(String entry) {
        var parts = entry.split("/", -1);
        if (!NUMERIC.matcher(parts[0]).matches()) return NAME.matcher(entry).matches();
        return coversAddress(entry, parts[0]);
    }

    private static Stream<String> entries(String rule) {
        return Arrays.stream(rule.toLowerCase(Locale.ROOT).split("[,\\s]+")).filter(entry -> !entry.isEmpty());
    }

    /// @param host
    ///            as in a URL; an IPv6 address in brackets
    public static boolean covers(String rule, String host) {
        if (rule.strip().equals("*")) return true;
        String bare = host.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
        boolean isAddress = NUMERIC.matcher(bare).matches();
        return entries(rule).anyMatch(entry -> isAddress ? coversAddress(entry, bare) : coversName(entry, bare));
    }

    private static boolean coversName(String entry, String host) {
        String name = entry.replaceFirst("^\\.", "").replaceFirst("\\.$", "");
        return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
    }

    private static boolean coversAddress(String entry, String host) {
        var parts = entry.split("/", -1);
        if (!NUMERIC.matcher(parts[0]).matches() || parts.length > 2) return false;
        try {
            byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
            byte[] address = InetAddress.ofLiteral(host).getAddress();
            int all = network.length * Byte.SIZE;
            if (network.length != address.length) return false;
            if (parts.length == 1) return Arrays.equals(network, address);
            if (!BITS.matcher(parts[1]).matches()) return false;
            int bits = Integer.parseInt(parts[1]);
            return bits <= all && agree(network, address, bits == 0 ? all : bits);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean agree(byte[] network, byte[] address, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((network[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) return false;
        }
        return true;
    }
}
