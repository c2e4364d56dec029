import type { BodyValidators } from "./runtime/client.js";
/** Validators of the JSON bodies of each operation, and of the items of those that are streams, for `createClient({ validators })`. */
export declare const operationValidators: BodyValidators;
