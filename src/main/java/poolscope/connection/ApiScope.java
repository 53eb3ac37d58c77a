package poolscope.connection;

import java.util.Locale;

/// Which lists of pools a connection asks its service for.
public record ApiScope(Generations generations, Workspaces workspaces) {

    /// Generations of the API. Each lists pools that the other may not know; some accounts have pools in one only.
    public enum Generations {
        BOTH, V1, V2;

        /// As on the command line.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean hasV1() {
            return this != V2;
        }

        public boolean hasV2() {
            return this != V1;
        }
    }

    /// Workspaces whose pools of v2 are asked for. Without a workspace in the request the service gives the pools of
    /// the default one.
    public enum Workspaces {
        DEFAULT, ALL;

        /// As on the command line.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Both generations, the default workspace.
    public static final ApiScope USUAL = new ApiScope(Generations.BOTH, Workspaces.DEFAULT);
}
