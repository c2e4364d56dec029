import { plainText } from "./styles.js";
/** JSON (RFC 8259); `0`, `false`, `''` and `null` are bodies too. */
export const jsonBody = (value, json) => json.stringify(value);
/** Text as it is. */
export const textBody = (value) => plainText(value);
/** Bytes as they are. */
export const binaryBody = (value) => value;
