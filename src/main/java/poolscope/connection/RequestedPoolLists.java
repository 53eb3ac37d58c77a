package poolscope.connection;

import java.util.Locale;

/// Which lists of pools a connection requests from its service.
public record RequestedPoolLists(Generations generations, Workspaces workspaces) {

    /// Generations of the API. Each may list pools that the other does not; some accounts have pools in one only.
    public enum Generations {
        BOTH, V1, V2;

        /// The value on the command line.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean hasV1() {
            return this != V2;
        }

        public boolean hasV2() {
            return this != V1;
        }
    }

    /// Workspaces whose pools of v2 are requested. Without a workspace in the request the service returns the pools of
    /// the default one.
    public enum Workspaces {
        DEFAULT, ALL;

        /// The value on the command line.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Both generations, the default workspace.
    public static final RequestedPoolLists DEFAULT = new RequestedPoolLists(Generations.BOTH, Workspaces.DEFAULT);
}
