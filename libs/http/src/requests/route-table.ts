interface Route {
  readonly method: string;
  /** In the router's notation: `/api/v1/:municipality/committees`. */
  readonly url: string;
}

/** The routes that stand, so that a wrong method can be told from a wrong address. */
export class RouteTable {
  private readonly routes: (Route & { readonly pattern: RegExp })[] = [];

  add(method: string | readonly string[], url: string): void {
    const pattern = patternOf(url);
    for (const one of [method].flat()) this.routes.push({ method: one, url, pattern });
  }

  all(): readonly Route[] {
    return this.routes;
  }

  /** The methods that a path takes, in alphabetical order. */
  methodsOf(path: string): readonly string[] {
    const methods = this.routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(methods)].toSorted();
  }
}

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    if (segment === '*') return '.*';
    return segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
