/** The words of signing in, of the account and of the sections that depend on it: the reference for all languages. */
export const sessionZh = {
  groups: { policies: '政策', delivery: '兑现', oversight: '监管' },
  sections: {
    cases: '我的兑现',
    officerCases: '办件',
    work: '待办',
    programmes: '项目',
    money: '资金',
    publicity: '公示',
    decisions: '决定核对',
    journal: '留痕',
  },
  signIn: '登录',
  signOut: '退出登录',
  account: (name: string) => `账户：${name}`,
  actingAs: '当前身份',
  switchOffice: '换一个身份',
  roles: {
    enterprise: '企业',
    officer: '经办',
    finance: '财务',
    expert: '专家',
    pilot_office: '试点专班',
    inspector: '检查',
    auditor: '审计',
    administrator: '系统管理',
  },
  page: {
    title: '登录',
    demoTitle: '演示身份',
    demoIntro: '企业和人员都是虚构的。点一下就以这个身份进入，随时可以换。',
    words: '按姓名、单位查找',
    login: '登录名',
    password: '密码',
    enter: (name: string) => `以“${name}”登录`,
    nothing: '没有这样的身份，换一个词试试。',
    already: (name: string) => `已登录：${name}`,
  },
  gate: {
    signIn: '请先登录',
    signInHint: '这一页要知道您是谁。登录后回到这里。',
    notAllowed: '现在的身份不看这一页',
    notAllowedHint: (roles: string) => `这一页给${roles}用。请换一个身份。`,
    changePassword: '请先改掉一次性密码',
    separator: '、',
  },
  password: {
    title: '改密码',
    current: '现在的密码',
    next: '新密码（至少 12 个字符）',
    change: '修改',
    done: '密码已改，其他地方的登录已退出。',
  },
  command: {
    offline: '没有收到服务器的答复，不知道有没有办成。',
    offlineHint: '请再点一次：同一次操作不会办两遍。',
    retry: '重试',
  },
  notifications: {
    open: (count: number) => (count === 0 ? '通知' : `通知，${count} 条未读`),
    title: '通知',
    none: '还没有通知。事情有进展时，这里会告诉您。',
    readAll: '全部标为已读',
  },
};

/** Every language has the same keys with the same arguments. */
export type SessionTexts = typeof sessionZh;
