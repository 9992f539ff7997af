export const recordingText = {};
