import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { paragrafFastify, prepareHttp } from '#libs/http';
import { AppModule, type AppOptions } from './app.module.js';
import { measureRequests } from './metrics/measure-requests.js';
import { Metrics } from './metrics/metrics.js';
import { serveDescription } from './openapi/serve-description.js';

/** Puts the whole application together on an open database. Not listening yet, and not initialised. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(options),
    paragrafFastify(),
    {
      bodyParser: false,
      abortOnError: false,
      // Until ours stands. What goes wrong before that is thrown.
      logger: false,
    },
  );
  app.useLogger(app.get(Logger));
  prepareHttp(app);
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics));
  await app.register(helmet, { contentSecurityPolicy: { directives }, strictTransportSecurity: false });
  serveDescription(app);
  return app;
}

/**
 * The page at /docs styles its elements inline; scripts come from here alone. Nothing is fetched from elsewhere.
 * The server speaks plain HTTP: whatever stands in front of it decides on TLS.
 */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
