import type { Layer } from "./client.js";
/**
 * Writes the credentials of the first alternative that is given in full; a header that is there already stays. Where none is and the operation asks for one, the call ends in a CredentialError. An answer of 401 makes
 * those that can be renewed be renewed, once for all that wait for it, and the request be sent once more, unless its body
 * is a stream. A client that was told nothing of credentials (`auth` is not there, or false) sends requests as they are.
 */
export declare const authorize: Layer;
