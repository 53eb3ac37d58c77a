package poolscope.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.ReadProgress;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPartReadOutcome;

/// The pools that were read, and the failure that ended the read, if any.
record PoolsReadResult(Inventory inventory, Optional<Failure> failure) {

    /// Reads all pools, or as many as possible.
    ///
    /// @throws ExitException
    ///             when not even one response could be read
    static PoolsReadResult of(CommandTargetService commandTargetService, InventoryReader reader, ProgressLine line)
            throws ExitException, InterruptedException {
        var latestProgress = new LatestProgress(line);
        try {
            return new PoolsReadResult(reader.read(latestProgress::accept), Optional.empty());
        } catch (ApiException e) {
            var failure = e.failure();
            if (latestProgress.readProgress.isEmpty())
                throw new ExitException(CommandLineFailureText.code(failure), "No pools were read: "
                        + CommandLineFailureText.of(failure) + hint(failure, commandTargetService) + ".");
            var part = latestProgress.readProgress.get().inventory().get();
            return new PoolsReadResult(part.with(new Coverage.Incomplete(Reason.FAILED)), Optional.of(failure));
        } finally {
            line.clear();
        }
    }

    private static String hint(Failure failure, CommandTargetService commandTargetService) {
        boolean isNobody = failure instanceof Failure.SignInRefused
                && commandTargetService.apiTarget().credentials() instanceof Credentials.None;
        return isNobody && !commandTargetService.signInHint().isEmpty() ? "; " + commandTargetService.signInHint() : "";
    }

    /// Keeps the latest progress.
    private static final class LatestProgress {
        private final ProgressLine line;
        private Optional<ReadProgress> readProgress = Optional.empty();

        LatestProgress(ProgressLine line) {
            this.line = line;
        }

        void accept(ReadProgress now) {
            readProgress = Optional.of(now);
            line.show(now);
        }
    }

    ExitCode code() {
        return inventory.isComplete() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }

    /// What was done, in one sentence, for an export of pools.
    String sentence(long written) {
        int read = inventory.pools().size();
        var rows = written + (written == 1 ? " pool was written" : " pools were written");
        return sentence(rows, written == read ? "" : " of " + read + ", the filter hides the others");
    }

    /// What was done, in one sentence.
    ///
    /// @param rows
    ///            what was written
    /// @param filtered
    ///            what the filter did, added when every pool was read
    String sentence(String rows, String filtered) {
        int read = inventory.pools().size();
        return switch (inventory.coverage()) {
            case Coverage.Complete _ -> rows + filtered + leftOut() + narrowed()
                    + (inventory.lackingParts().isEmpty() ? "" : "; " + lackingParts()) + ".";
            case Coverage.SoFar _, Coverage.Earlier _ ->
                throw new IllegalStateException("a reading that has ended is not under way");
            case Coverage.Incomplete(Reason reason) when reason == Reason.PART_FAILED ->
                "Incomplete: " + lackingParts() + "; " + rows + missing() + leftOut() + narrowed() + ".";
            case Coverage.Incomplete(Reason reason) -> "Incomplete: " + read + " of " + expected()
                    + " pools were read, " + because(reason) + "; " + rows + leftOut() + narrowed() + ".";
        };
    }

    /// Which pools are missing because their list could not be read.
    private String missing() {
        var failed = inventory.failedParts().stream().map(InventoryPartReadOutcome::kind).toList();
        if (failed.contains(InventoryPartReadOutcome.Kind.V2_POOLS)) return missing(ApiGeneration.V2);
        return failed.contains(InventoryPartReadOutcome.Kind.V1_POOLS)
                ? missing(ApiGeneration.V1)
                : ", those of other workspaces may be missing";
    }

    private String missing(ApiGeneration generation) {
        boolean hasSome = inventory.pools().stream().anyMatch(pool -> pool.poolOrigin().api() == generation);
        return (hasSome ? ", not all of " : ", none of ") + generation.name().toLowerCase(Locale.ROOT);
    }

    private String expected() {
        long expected = inventory.reading().expected();
        return expected < 0 ? "an unknown number of" : String.valueOf(expected);
    }

    private String narrowed() {
        var narrowing = inventory.narrowing();
        return narrowing.isEmpty() ? "" : "; only what the service finds for " + TerminalText.of(narrowing);
    }

    private String leftOut() {
        int unreadable = inventory.reading().unreadable();
        int duplicates = inventory.reading().duplicates();
        return (unreadable == 0 ? "" : "; left out as unreadable: " + unreadable)
                + (duplicates == 0 ? "" : "; sent twice under one id: " + duplicates);
    }

    /// The parts that were not read or only in part, and why.
    private String lackingParts() {
        return inventory.lackingParts().stream().map(PoolsReadResult::lackingPart).collect(Collectors.joining("; "));
    }

    private static String lackingPart(InventoryPartReadOutcome part) {
        var name = nameOf(part.kind());
        return switch (part.state()) {
            case InventoryPartReadOutcome.State.Failed(Failure cause) ->
                name + " could not be read: " + CommandLineFailureText.of(cause);
            case InventoryPartReadOutcome.State.ReadInPart(int entries) ->
                name + " could be read only in part, the service has more than the " + entries
                        + " entries that were read";
            case InventoryPartReadOutcome.State.NotOffered _ -> "the service does not offer " + name;
            case InventoryPartReadOutcome.State.Failed _, InventoryPartReadOutcome.State.Read _, InventoryPartReadOutcome.State.NotAsked _ ->
                name;
        };
    }

    private static String nameOf(InventoryPartReadOutcome.Kind kind) {
        return switch (kind) {
            case V1_POOLS -> "the pools of v1";
            case V2_POOLS -> "the pools of v2";
            case WORKSPACES -> "the list of workspaces";
            case METRICS -> "free CPU, memory and cards";
            case FLAVORS -> "the types of cards";
            case MAINTENANCE -> "planned maintenance";
        };
    }

    private String because(Reason reason) {
        return switch (reason) {
            case CANCELLED -> "then it was stopped";
            case FAILED -> "then " + failure.map(CommandLineFailureText::of).orElse("a page could not be read");
            case OFFSET_IGNORED -> "because the service answers the same page whatever offset says";
            case COUNTS_DISAGREE -> "because the list kept changing or its length and total_count disagree";
            case UNREADABLE_ENTRIES -> "because some entries of the list could not be read";
            case GAVE_UP -> "then no more came for too many requests or too long";
            case ENDLESS -> "because the pages of the service repeat or do not end";
            case TOO_LARGE ->
                "because they take more memory than one reading may, 2 GB or half of what the program may take";
            case PART_FAILED -> "because a list could not be read";
            case SEAM_UNPROVEN -> "because it can not be proven that nothing is missing between two pages";
        };
    }
}
