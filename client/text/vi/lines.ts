export const linesText = {};
