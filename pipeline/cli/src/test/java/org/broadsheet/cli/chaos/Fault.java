package org.broadsheet.cli.chaos;

/** What befalls an installation for a while. */
enum Fault {
    /** {@code kill -9} of a task manager; another one is started. */
    TASK_MANAGER_KILLED,
    /** {@code kill -9} of the job manager; it is started again and goes on from the newest checkpoint. */
    JOB_MANAGER_KILLED,
    /** {@code kill -9} of the broker. */
    BROKER_KILLED,
    /** {@code kill -9} of PostgreSQL with all its sessions. */
    DATABASE_KILLED,
    /** A task manager stands still, longer than its heartbeat may stay away, and goes on. */
    TASK_MANAGER_FROZEN,
    /** The job manager stands still likewise. */
    JOB_MANAGER_FROZEN,
    /** The whole cluster stands still, another one takes its place, and then the first one goes on. */
    CLUSTER_REPLACED_WHILE_FROZEN,
    /** The disk that the checkpoints are on is full. */
    DISK_FULL,
    /** No folder can be made where the checkpoints of the job should go, and those that are there cannot be found. */
    CHECKPOINTS_AWAY,
    /** All connections to the database are cut, and no new one is taken. */
    DATABASE_CUT,
    /** What is said to the database and what it answers is held up. */
    DATABASE_STALLED,
    /** Each piece of it takes its time. */
    DATABASE_SLOW,
    /** All connections to the broker are cut, and no new one is taken. */
    BROKER_CUT,
    /** What is said to the broker and what it answers is held up. */
    BROKER_STALLED,
    /** Each piece of it takes its time. */
    BROKER_SLOW,
    /** The clock of the cluster jumps ahead by hours. */
    CLOCK_AHEAD,
    /** It jumps back. */
    CLOCK_BACK
}
