package poolscope.connection;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Bindings of `advapi32.dll`.
@SuppressWarnings("restricted") // The signatures are those of wincred.h; a credential is read by the size that it names.
final class WinCredBindings implements WindowsCredentialManagerStore.Calls {
    private static final int CRED_TYPE_GENERIC = 1;
    /// Stored across restarts for this user, not synchronised to other machines.
    private static final int CRED_PERSIST_LOCAL_MACHINE = 2;

    /// `CREDENTIALW` of 64-bit Windows.
    static final StructLayout CREDENTIAL = MemoryLayout.structLayout(JAVA_INT.withName("Flags"),
            JAVA_INT.withName("Type"), ADDRESS.withName("TargetName"), ADDRESS.withName("Comment"),
            MemoryLayout.sequenceLayout(2, JAVA_INT).withName("LastWritten"), JAVA_INT.withName("CredentialBlobSize"),
            MemoryLayout.paddingLayout(4), ADDRESS.withName("CredentialBlob"), JAVA_INT.withName("Persist"),
            JAVA_INT.withName("AttributeCount"), ADDRESS.withName("Attributes"), ADDRESS.withName("TargetAlias"),
            ADDRESS.withName("UserName"));

    private final StructLayout stateLayout = Linker.Option.captureStateLayout();
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle delete;
    private final MethodHandle free;

    private WinCredBindings(SymbolLookup library) {
        write = handle(library, "CredWriteW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        read = handle(library, "CredReadW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
        delete = handle(library, "CredDeleteW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
        free = Linker.nativeLinker()
                .downcallHandle(library.findOrThrow("CredFree"), FunctionDescriptor.ofVoid(ADDRESS));
    }

    /// @throws IllegalArgumentException
    ///             when this is not Windows
    static WinCredBindings open() {
        return new WinCredBindings(SymbolLookup.libraryLookup("advapi32.dll", Arena.global()));
    }

    @Override
    public int write(String target, byte[] blob) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(stateLayout);
            MemorySegment credential = credential(arena, target, blob);
            int done = (int) write.invokeExact(state, credential, 0);
            blobOf(credential).fill((byte) 0);
            return done != 0 ? 0 : error(state);
        } catch (Throwable impossible) {
            throw new IllegalStateException("CredWriteW threw", impossible);
        }
    }

    @Override
    public Outcome read(String target) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(stateLayout);
            MemorySegment result = arena.allocate(ADDRESS);
            int done = (int) read.invokeExact(state, wide(arena, target), CRED_TYPE_GENERIC, 0, result);
            if (done == 0) return new Outcome(error(state), new byte[0]);
            MemorySegment found = result.get(ADDRESS, 0);
            MemorySegment blob = blobOf(found.reinterpret(CREDENTIAL.byteSize()));
            byte[] content = blob.toArray(JAVA_BYTE);
            blob.fill((byte) 0);
            free.invokeExact(found);
            return new Outcome(0, content);
        } catch (Throwable impossible) {
            throw new IllegalStateException("CredReadW threw", impossible);
        }
    }

    @Override
    public int delete(String target) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(stateLayout);
            int done = (int) delete.invokeExact(state, wide(arena, target), CRED_TYPE_GENERIC, 0);
            return done != 0 ? 0 : error(state);
        } catch (Throwable impossible) {
            throw new IllegalStateException("CredDeleteW threw", impossible);
        }
    }

    /// A native credential, valid as long as the arena.
    static MemorySegment credential(Arena arena, String target, byte[] blob) {
        MemorySegment credential = arena.allocate(CREDENTIAL);
        credential.set(JAVA_INT, offset("Type"), CRED_TYPE_GENERIC);
        credential.set(ADDRESS, offset("TargetName"), wide(arena, target));
        credential.set(JAVA_INT, offset("CredentialBlobSize"), blob.length);
        credential.set(ADDRESS, offset("CredentialBlob"), arena.allocateFrom(JAVA_BYTE, blob));
        credential.set(JAVA_INT, offset("Persist"), CRED_PERSIST_LOCAL_MACHINE);
        credential.set(ADDRESS, offset("UserName"), wide(arena, "PoolScope"));
        return credential;
    }

    /// The secret of a credential.
    static MemorySegment blobOf(MemorySegment credential) {
        return credential.get(ADDRESS, offset("CredentialBlob"))
                .reinterpret(Integer.toUnsignedLong(credential.get(JAVA_INT, offset("CredentialBlobSize"))));
    }

    private static MemorySegment wide(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    private static long offset(String field) {
        return CREDENTIAL.byteOffset(PathElement.groupElement(field));
    }

    private int error(MemorySegment state) {
        return state.get(JAVA_INT, stateLayout.byteOffset(PathElement.groupElement("GetLastError")));
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), signature, Linker.Option.captureCallState("GetLastError"));
    }
}
