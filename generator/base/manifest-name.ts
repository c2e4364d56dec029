/** The file in an emitted package that lists its files: a folder that holds one belongs to specloom. */
export const manifestName = '.specloom.json';
