import type { ReactNode } from 'react';

const Icon = ({ children }: { children: ReactNode }) => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

export const CopyIcon = () => (
  <Icon>
    <rect x="7" y="7" width="9.5" height="9.5" rx="2" />
    <path d="M13 4.500A1.5 1.5 0 0 0 11.5 3h-7A1.5 1.5 0 0 0 3 4.500v7A1.5 1.5 0 0 0 4.5 13" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);

export const ElsewhereIcon = () => (
  <Icon>
    <path d="M8 4H5.500A1.5 1.5 0 0 0 4 5.500v9A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.500V12M11.5 4H16v4.500M16 4l-7 7" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="m12.5 4.5-5.5 5.5 5.5 5.5" />
  </Icon>
);

export const SignOutIcon = () => (
  <Icon>
    <path d="M11.5 4.500V4A1.5 1.5 0 0 0 10 2.500H5A1.5 1.5 0 0 0 3.5 4v12A1.5 1.5 0 0 0 5 17.500h5a1.5 1.5 0 0 0 1.5-1.500v-.500M8 10h9m-3-3 3 3-3 3" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
    <circle cx="13" cy="6" r="2" />
    <circle cx="7" cy="14" r="2" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M11.5 2.500H6A1.5 1.5 0 0 0 4.5 4v12A1.5 1.5 0 0 0 6 17.500h8a1.5 1.5 0 0 0 1.5-1.500V6.500zm0 0v4h4" />
  </Icon>
);

/** States are told by shape and word; colour only supports them. */
export const stateShapes = {
  upcoming: (
    <Icon>
      <circle cx="10" cy="10" r="6" />
    </Icon>
  ),
  approaching: (
    <Icon>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 6.500V10l2.5 1.5" />
    </Icon>
  ),
  overdue: (
    <Icon>
      <path d="M10 3.5 17.5 16h-15zM10 8.500v3.500m0 2v.1" />
    </Icon>
  ),
  reported: (
    <Icon>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M6.5 10h.100m3.4 0h.100m3.3 0h.1" />
    </Icon>
  ),
  paid: (
    <Icon>
      <circle cx="10" cy="10" r="6.5" />
      <path d="m7 10.2 2.2 2.200L13 8" />
    </Icon>
  ),
  cancelled: (
    <Icon>
      <circle cx="10" cy="10" r="6.5" />
      <path d="m7.7 7.7 4.6 4.600m0-4.6-4.6 4.6" />
    </Icon>
  ),
} as const;
