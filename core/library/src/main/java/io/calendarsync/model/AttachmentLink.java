package io.calendarsync.model;

/**
 * A link to a document; the document itself is never fetched or kept.
 *
 * @param uri the link, as received
 * @param title what to call it, may be empty
 * @param mediaType its media type, may be empty
 * @since 0.1
 */
public record AttachmentLink(String uri, String title, String mediaType) {}
