import type { BodyValidators, OperationValidator } from "./client.js";
/** Checks the bodies of operations by their ids. Apart from the rest, so that a client without it stays small. */
export declare function bodyValidators(operations: Readonly<Record<string, OperationValidator>>): BodyValidators;
