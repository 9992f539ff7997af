/** The room's library tells its whole day on the console unless it is told, before it is loaded, to keep to faults. */
process.env['NODE_ENV'] ??= 'production';
