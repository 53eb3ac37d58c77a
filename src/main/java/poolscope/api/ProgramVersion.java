package poolscope.api;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/// The version of this program, which the build writes into its module: `pom.xml` is the only place where it is said.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// Such as `1.2.3`; empty when the program was started from a class path, as tests are.
    public static Optional<String> number() {
        return Optional.ofNullable(ProgramVersion.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion);
    }

    /// Name and version, such as `PoolScope 1.2.3`.
    public static String nameAndNumber() {
        return "PoolScope" + number().map(version -> " " + version).orElse("");
    }
}
