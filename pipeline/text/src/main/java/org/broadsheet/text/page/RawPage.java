package org.broadsheet.text.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it came, undecoded.
 *
 * @param topic the topic it came from, or the empty string for a file
 * @param partition partition in the topic, from 0
 * @param offset offset in the partition, from 0
 * @param key names the page ({@code 太原晚报/2022-11-22/003}); null: the page is named by its SHA-256
 * @param value the page; null withdraws the page of that key
 * @param headers as sent, in their order
 */
public record RawPage(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {}
