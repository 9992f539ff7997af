export const documentsText = {};
