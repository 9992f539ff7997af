export const joiningText = {};
