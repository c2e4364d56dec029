import type { ApiClient, Layer } from "./client.js";
/** Several layers as one, the outermost first. */
export declare const compose: (...layers: readonly Layer[]) => Layer;
/** The client with further layers around those that it has, the outermost first; the client itself stays as it is. */
export declare const use: (client: ApiClient, ...layers: readonly Layer[]) => ApiClient;
