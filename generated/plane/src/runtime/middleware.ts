import type { ApiClient, Layer, Transport } from './client.ts';

/** Several layers as one, the outermost first. */
export const compose =
  (...layers: readonly Layer[]): Layer =>
  (next) =>
    layers.reduceRight<Transport>((inner, layer) => layer(inner), next);

/** The client with further layers around those that it has, the outermost first; the client itself stays as it is. */
export const use = (client: ApiClient, ...layers: readonly Layer[]): ApiClient => ({
  ...client,
  layers: [...layers, ...client.layers],
});
