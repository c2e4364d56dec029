/** Media types whose content is octets and no text (RFC 6838, section 4.2; the trees of images, audio, video and fonts). */
const octets =
  /^(?:(?:audio|font|image|video)\/(?!svg\+xml)[\w.*+-]+|application\/(?:octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-zip-compressed|x-7z-compressed|msword|epub\+zip|vnd\.(?:ms-|openxmlformats-)[\w.-]+))$/i;

/** Whether the content of a media type is octets. */
export function isOctetType(mediaType: string): boolean {
  return octets.test(mediaType.trim());
}
