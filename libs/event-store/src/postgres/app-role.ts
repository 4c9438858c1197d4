/**
 * The role, without a login of its own, that runtime connections assume where they may. It can read and add events
 * and nothing else: not change, delete or truncate them, nor alter their table.
 */
export const appRole = 'paragraf_app';
