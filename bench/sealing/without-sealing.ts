import { registerHooks } from 'node:module';

// Loaded before a process begins: whatever the event store imports of libs/proof comes from the stand-in.
const standIn = new URL('./unsealed-proof.js', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '#libs/proof' && context.parentURL !== standIn
      ? { url: standIn, shortCircuit: true }
      : next(specifier, context),
});
