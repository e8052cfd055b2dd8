package org.broadsheet.postgres;

/**
 * One task of one run of a job.
 *
 * @param job 32 hexadecimal digits
 * @param restored the checkpoint it was restored from; 0 where from none
 * @param subtask from 0
 * @param subtasks how many there are
 */
record Attempt(String job, long restored, int subtask, int subtasks) {}
