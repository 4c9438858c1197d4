import { RouteTable } from './route-table.js';

describe('the routes that stand', () => {
  const routes = new RouteTable();
  routes.add('GET', '/api/:municipality/budgets/:year');
  routes.add(['POST', 'GET'], '/api/:municipality/budgets/:year');
  routes.add('GET', '/openapi.json');

  it.each([
    ['/api/alingsas/budgets/2025', ['GET', 'POST']],
    ['/api/alingsas/budgets', []],
    ['/api/alingsas/budgets/2025/history', []],
    ['/openapi.json', ['GET']],
    ['/openapi-json', []],
  ])('take %s by %j', (path, methods) => expect(routes.methodsOf(path)).toEqual(methods));
});
