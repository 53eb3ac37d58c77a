package poolscope.demo;

/// The salts of [DeterministicHashRandom]: one for each property, so that no two properties depend on each other.
final class HashRandomSalt {
    static final int ID = 1;
    static final int ID_DASHES = 3;
    static final int AGE = 4;
    static final int FLAVOR = 5;
    static final int STEM = 6;
    static final int NUMBER = 7;
    static final int OWNER = 8;
    static final int DESCRIPTION = 9;
    static final int COUNT = 10;
    static final int STATUS = 11;
    static final int AVAILABLE = 12;
    static final int EPOCH_LENGTH = 13;
    static final int PHASE = 14;
    static final int BILLING = 15;
    static final int QUIRK = 16;
    static final int FLOAT_MEMORY = 17;
    static final int EVENT = 18;
    static final int CREATED = 19;
    static final int DELETED = 20;
    static final int PERIOD = 21;
    static final int BIG = 22;
    static final int WHICH = 23;
    static final int PROJECT = 24;
    static final int REQUEST = 26;
    static final int NETWORK = 27;
    static final int DRAIN = 28;
    static final int TAINT = 29;
    static final int JOB_TYPE = 30;
    static final int PRIORITY = 31;
    static final int EPOCH_OFFSET = 32;
    static final int NODE_PERIOD = 33;
    static final int NODE_OFFSET = 34;
    static final int NODE_PHASE = 35;
    static final int LOST_CARD = 36;
    static final int LOCK = 37;
    static final int MAINTENANCE = 38;
    static final int JOB_SIZE = 39;
    static final int JOB_PERIOD = 40;
    static final int QUEUE = 41;
    static final int LIFE = 42;
    static final int ZONE = 43;
    static final int JOB_UUID = 44;

    private HashRandomSalt() {}
}
