/** Several layers as one, the outermost first. */
export const compose = (...layers) => (next) => layers.reduceRight((inner, layer) => layer(inner), next);
/** The client with further layers around those that it has, the outermost first; the client itself stays as it is. */
export const use = (client, ...layers) => ({
	...client,
	layers: [...layers, ...client.layers]
});
