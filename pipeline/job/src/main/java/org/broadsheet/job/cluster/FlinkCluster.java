package org.broadsheet.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A Flink cluster, seen over its REST interface: {@code FlinkCluster.at("http://127.0.0.1:8081").jobs()} may hold {@code
 * 5f0c… 太原 RUNNING}. Every method throws a {@link ClusterAccessException} where the cluster does not answer or refuses.
 */
public final class FlinkCluster {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_MILLISECONDS = 200;

    private final RestConnection rest;

    private FlinkCluster(RestConnection rest) {
        this.rest = rest;
    }

    /**
     * A job that the cluster knows.
     *
     * @param id 32 hexadecimal digits
     * @param state Flink's word for it: {@code RUNNING}, {@code FAILED}
     */
    public record Job(String id, String name, String state) {
        /** Whether it has not ended and will go on. */
        public boolean isAlive() {
            return !List.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED").contains(state);
        }
    }

    /**
     * The cluster at this address; nothing is asked yet.
     *
     * @throws ClusterAccessException where it is no address of the kind {@code http://host:8081}
     */
    public static FlinkCluster at(String url) {
        try {
            URI address = URI.create(url.endsWith("/") ? url : url + "/");
            if (address.getHost() != null && List.of("http", "https").contains(scheme(address))) {
                return new FlinkCluster(new RestConnection(address));
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw new ClusterAccessException("\"" + url + "\" is no address of a cluster; http://host:8081 is needed.");
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** All jobs that it knows, those that have ended too. */
    public List<Job> jobs() {
        return StreamSupport.stream(rest.get("jobs/overview").path("jobs").spliterator(), false)
                .map(job -> new Job(
                        job.path("jid").asText(),
                        job.path("name").asText(),
                        job.path("state").asText()))
                .toList();
    }

    /** How a job is now. */
    public Job job(String id) {
        JsonNode job = rest.get("jobs/" + id);
        return new Job(id, job.path("name").asText(), job.path("state").asText());
    }

    /** Why a job failed, in one line; empty where it did not. */
    public String failure(String id) {
        JsonNode newest = rest.get("jobs/" + id + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .path(0);
        return RestConnection.rootCause(newest.path("stacktrace").asText());
    }

    /** How many bytes the last completed checkpoint of a job has, those it shares with older ones included; 0 where there is none. */
    public long checkpointBytes(String id) {
        return rest.get("jobs/" + id + "/checkpoints")
                .path("latest")
                .path("completed")
                .path("state_size")
                .asLong();
    }

    /** How many free slots its task managers have. */
    public int freeSlots() {
        return rest.get("overview").path("slots-available").asInt();
    }

    /**
     * Uploads the jar, starts it with these arguments, and takes the jar off the cluster again.
     *
     * @return the job's id
     * @throws IOException where the jar cannot be read
     */
    public String run(Path jar, List<String> arguments) throws IOException {
        String file = rest.upload("jars/upload", jar).path("filename").asText();
        String uploaded = file.substring(file.lastIndexOf('/') + 1);
        ObjectNode request = JSON.createObjectNode();
        arguments.forEach(request.putArray("programArgsList")::add);
        try {
            return rest.post("jars/" + uploaded + "/run", BodyPublishers.ofString(request.toString()))
                    .path("jobid")
                    .asText();
        } finally {
            rest.delete("jars/" + uploaded);
        }
    }

    /** Whether all tasks of a job run: then it can be stopped with a savepoint. */
    public boolean allTasksRun(String id) {
        return StreamSupport.stream(rest.get("jobs/" + id).path("vertices").spliterator(), false)
                .allMatch(vertex -> vertex.path("tasks").path("RUNNING").asInt()
                        == vertex.path("parallelism").asInt());
    }

    /** Waits until all tasks of the job run, or it has ended. */
    public void awaitTasks(String id) throws InterruptedException {
        while (job(id).isAlive() && !allTasksRun(id)) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Waits until the job runs, or has ended. */
    public Job awaitRunning(String id) throws InterruptedException {
        Job job = job(id);
        while (job.isAlive() && !job.state().equals("RUNNING")) {
            Thread.sleep(LOOK_MILLISECONDS);
            job = job(id);
        }
        return job;
    }

    /**
     * Stops the job with a savepoint and waits for both.
     *
     * @param folder seen by the job manager and all task managers
     * @return where the savepoint is
     */
    public String stop(String id, URI folder) throws InterruptedException {
        ObjectNode request = JSON.createObjectNode()
                .put("targetDirectory", folder.toString())
                .put("drain", false);
        String trigger = rest.post("jobs/" + id + "/stop", BodyPublishers.ofString(request.toString()))
                .path("request-id")
                .asText();
        JsonNode answer = rest.get("jobs/" + id + "/savepoints/" + trigger);
        while (!answer.path("status").path("id").asText().equals("COMPLETED")) {
            Thread.sleep(LOOK_MILLISECONDS);
            answer = rest.get("jobs/" + id + "/savepoints/" + trigger);
        }
        JsonNode operation = answer.path("operation");
        if (operation.has("failure-cause")) {
            throw new ClusterAccessException("The job did not stop: "
                    + RestConnection.rootCause(
                            operation.path("failure-cause").path("stack-trace").asText()));
        }
        return operation.path("location").asText();
    }
}
