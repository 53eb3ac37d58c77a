package poolscope;

public final class App {
    public static void main(String[] args) {
        switch (args.length) {
            case 0 -> System.out.println("x");
            default -> {
            }
        }
    }
}
