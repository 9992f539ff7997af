export const directorText = {};
