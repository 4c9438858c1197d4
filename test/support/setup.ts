// Decorators write their metadata while a module loads, so the library that keeps it comes before any spec.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
