import fastify from 'fastify';

// The least that a Fastify route can do: what HTTP alone costs on this machine.
const server = fastify();
server.post('/', () => ({}));
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
