package org.mandate.authorization;

import java.util.Optional;

/**
 * A block of addresses, IPv4 or IPv6; a single address is the block of itself. Pure: text is parsed by hand, names are never
 * looked up. An IPv4 block is kept as its mapped IPv6 block, and neither family contains addresses of the other.
 */
public record Network(long high, long low, int bits) {

    private static final int MAPPED_BITS = 96;
    private static final long MAPPED_PREFIX = 0xffffL;

    public Network {
        if (bits < 0 || bits > 128) {
            throw new IllegalArgumentException("a prefix has 0 to 128 bits, not " + bits);
        }
        high &= bits >= 64 ? -1L : leading(bits);
        low &= bits <= 64 ? 0L : leading(bits - 64);
    }

    /**
     * Read {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a bare address; empty for anything else. Bits of the host part are
     * cleared, and a mapped IPv6 block ({@code ::ffff:10.0.0.0/104}) is the IPv4 block that it stands for.
     */
    public static Optional<Network> parse(String text) {
        if (text.length() > 49) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean dotted = address.indexOf(':') < 0;
        int width = dotted ? 32 : 128;
        int prefix = slash < 0 ? width : decimal(text.substring(slash + 1), width);
        long[] words = dotted ? mapped(address) : AddressText.groups(address);
        if (prefix < 0 || words.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Network(words[0], words[1], dotted ? prefix + MAPPED_BITS : prefix));
    }

    /** Every address of the other block is in this one. */
    public boolean contains(Network other) {
        return other.bits >= bits
                && isIpv4() == other.isIpv4()
                && new Network(other.high, other.low, bits).equals(this);
    }

    /** The address (or block) is in this block; false for what is none. */
    public boolean contains(String address) {
        return parse(address).map(this::contains).orElse(false);
    }

    private boolean isIpv4() {
        return bits >= MAPPED_BITS && high == 0 && low >>> 32 == MAPPED_PREFIX;
    }

    private static long[] mapped(String address) {
        long ipv4 = AddressText.dotted(address);
        return ipv4 < 0 ? new long[0] : new long[] {0, MAPPED_PREFIX << 32 | ipv4};
    }

    private static int decimal(String digits, int max) {
        long value = AddressText.number(digits, 10, 3);
        boolean padded = digits.length() > 1 && digits.charAt(0) == '0';
        return value > max || padded ? -1 : (int) value;
    }

    private static long leading(int count) {
        return count == 0 ? 0L : -1L << (64 - count);
    }

    @Override
    public String toString() {
        return isIpv4()
                ? AddressText.dotted(low & 0xffffffffL) + "/" + (bits - MAPPED_BITS)
                : AddressText.groups(high, low) + "/" + bits;
    }
}
