/** In which widths a device finds our icon, in pixels. Source: https://web.dev/articles/add-manifest */
export const ICON_SIZES = [192, 512]
