package io.chainbridge.shadow.peer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a load generator is asked for. How long it runs is said twice: some are told a number of
 * requests, others a time.
 *
 * @param address that is asked for, again and again
 * @param users at once, each with a connection
 * @param requests of all of them, a multiple of the users
 * @param time that those requests are likely to take, at least a second
 * @param folder to leave files in
 */
public record Demand(URI address, int users, long requests, Duration time, Path folder) {}
