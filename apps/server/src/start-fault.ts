/** Why the server does not start: what, where and how to mend it. */
export interface StartFault {
  readonly message: { readonly zh: string; readonly en: string };
}

export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

export function contentUnreadable(folder: string, error: unknown): StartFault {
  const cause = causeOf(error);
  return {
    message: {
      zh: `内容文件夹 ${folder} 读不了（${cause}）；请用 LUODI_CONTENT 指定含 documents/ 和 vocabulary/ 的文件夹`,
      en: `the content folder ${folder} cannot be read (${cause}); name a folder with documents/ and vocabulary/ in LUODI_CONTENT`,
    },
  };
}

export function contentEmpty(folder: string): StartFault {
  return {
    message: {
      zh: `内容文件夹 ${folder} 里没有可用的规则文件；请用 LUODI_CONTENT 指定含 documents/*.policy.md 的文件夹`,
      en: `there are no usable rule files in the content folder ${folder}; name a folder with documents/*.policy.md in LUODI_CONTENT`,
    },
  };
}

export function cannotListen(host: string, port: number, error: unknown): StartFault {
  const cause = causeOf(error);
  return cause === 'EADDRINUSE'
    ? {
        message: {
          zh: `端口 ${port} 已被占用；请停掉占用它的程序，或用 PORT 换一个端口`,
          en: `port ${port} is taken; stop the program that has it, or name another with PORT`,
        },
      }
    : {
        message: {
          zh: `不能在 ${host}:${port} 上监听（${cause}）；请检查 HOST 和 PORT`,
          en: `cannot listen on ${host}:${port} (${cause}); check HOST and PORT`,
        },
      };
}

export function noFreePort(first: number, last: number): StartFault {
  return {
    message: {
      zh: `端口 ${first} 到 ${last} 都被占用；请用 PORT 指定一个空闲的端口`,
      en: `ports ${first} to ${last} are all taken; name a free one with PORT`,
    },
  };
}

export function badPort(given: string): StartFault {
  return {
    message: {
      zh: `PORT=${given} 不是端口；请写 0 到 65535 的整数，如 8080`,
      en: `PORT=${given} is not a port; give a whole number from 0 to 65535, e.g. 8080`,
    },
  };
}
