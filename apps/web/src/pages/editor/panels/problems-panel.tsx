import { CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Diagnostic } from '@luodi/kernel';
import { useEditorTexts } from '../../../i18n/use-editor-texts.ts';
import styles from '../editor.module.css';

export interface Fix {
  readonly name: string;
  readonly run: () => void;
}

export interface ProblemGroup {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly go: (diagnostic: Diagnostic) => void;
  readonly fixes: (diagnostic: Diagnostic) => readonly Fix[];
}

const mostFixes = 9;

function Problem({ diagnostic, group }: { diagnostic: Diagnostic; group: ProblemGroup }) {
  const texts = useEditorTexts();
  const { severity, message, hint, span, code } = diagnostic;
  const isError = severity === 'error';
  return (
    <li className={styles.problem}>
      <button type="button" className={styles.jump} onClick={() => group.go(diagnostic)}>
        {isError ? (
          <CloseCircleOutlined className={styles.bad} />
        ) : (
          <WarningOutlined className={styles.open} />
        )}
        <span className="quiet figure">{texts.problems.line(span.start.line)}</span>
        <span lang="zh-CN">{message}</span>
        <span className="quiet">{code}</span>
      </button>
      {hint !== '' && (
        <p className={styles.hint} lang="zh-CN">
          {hint}
        </p>
      )}
      <div className={styles.fixes}>
        {group
          .fixes(diagnostic)
          .slice(0, mostFixes)
          .map((fix) => (
            <Button key={fix.name} size="small" onClick={fix.run}>
              {fix.name}
            </Button>
          ))}
      </div>
    </li>
  );
}

/** All faults of the draft, file by file, errors first. */
export function ProblemsPanel({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const texts = useEditorTexts();
  const shown = groups.filter((group) => group.diagnostics.length > 0);
  if (shown.length === 0) return <p className={styles.good}>{texts.problems.none}</p>;
  return shown.map((group) => {
    const errors = group.diagnostics.filter(({ severity }) => severity === 'error');
    const warnings = group.diagnostics.filter(({ severity }) => severity === 'warning');
    return (
      <section key={group.title} aria-label={group.title}>
        <h2 className={styles.panelTitle}>
          {group.title}{' '}
          <span className="quiet">
            {[
              ...(errors.length > 0 ? [texts.problems.errors(errors.length)] : []),
              ...(warnings.length > 0 ? [texts.problems.warnings(warnings.length)] : []),
            ].join(' · ')}
          </span>
        </h2>
        <ul className={styles.plain}>
          {[...errors, ...warnings].map((diagnostic) => (
            <Problem
              key={`${diagnostic.code} ${diagnostic.span.start.offset} ${diagnostic.message}`}
              diagnostic={diagnostic}
              group={group}
            />
          ))}
        </ul>
      </section>
    );
  });
}
