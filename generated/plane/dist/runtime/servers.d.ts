/** The URL of a server and the defaults of its variables. */
export type ServerTemplate = readonly [url: string, defaults?: Readonly<Record<string, string>>];
/**
 * The base URL of a server, its variables filled in. A value that would lead to another host or leave the path it stands
 * in, and one that is not there and has no default, ends in a RangeError.
 */
export declare function fillServer([url, defaults]: ServerTemplate, given?: object): string;
