import type { Call } from "./client.js";
/** What stands where a secret was. */
export declare const redacted = "REDACTED";
/** Says of a name whether its value is a secret: by what it is called, and by the security schemes of the client. */
export declare function secretsOf({ client }: Pick<Call, "client">, more?: readonly string[]): (name: string) => boolean;
/** The headers as members of an object, secrets left out. */
export declare function redactHeaders(headers: Headers, isSecret: (name: string) => boolean): Record<string, string>;
/** The URL without what it tells of secrets: user and password, and the values of secret query parameters. */
export declare function redactUrl(url: string, isSecret: (name: string) => boolean): string;
