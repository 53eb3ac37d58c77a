package poolscope;

import java.util.ArrayList;

/// Prints one row and then takes all the memory there is; a process for tests.
public final class Hungry {
    private static final int STEP = 1 << 20;

    private Hungry() {}

    public static void main(String[] arguments) {
        System.out.println("row");
        var all = new ArrayList<byte[]>();
        while (true)
            all.add(new byte[STEP]);
    }
}
