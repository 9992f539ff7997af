export const talkbackText = {};
