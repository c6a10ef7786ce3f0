"""How long an uploaded picture takes until it is ready, and how much memory.

    python -m tests.benchmarks.prepare_picture

Prints one row for each kind of file, each read in a process of its own that holds the site too.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

PICTURES = {
    "JPEG, 12 megapixels": ("JPEG", "RGB", (4000, 3000)),
    "JPEG, 40 megapixels": ("JPEG", "RGB", (7300, 5475)),
    "AVIF, 12 megapixels": ("AVIF", "RGB", (4000, 3000)),
    "PNG, 12 megapixels": ("PNG", "RGB", (4000, 3000)),
    "PNG, 9 megapixels, transparent": ("PNG", "RGBA", (3464, 2598)),
}
COARSE, FINE = 16, 4


def write(name, path):
    """Writes a picture whose colours change as in a photograph; grain makes it hard to encode.

    A PNG has none: with grain it is larger than the site takes.
    """
    image_format, mode, size = PICTURES[name]
    fine = COARSE if image_format == "PNG" else FINE
    channels = [Image.blend(_noise(size, COARSE), _noise(size, fine), 0.3) for _ in mode]
    Image.merge(mode, channels).save(path, image_format)


def _noise(size, step):
    width, height = size
    return Image.effect_noise((width // step, height // step), 60).resize(size, Image.BICUBIC)


def measure(name, path):
    """Prints size of the file, seconds and the highest memory in MB."""
    os.environ |= {"ENV_FILE": os.devnull, "DJANGO_SETTINGS_MODULE": "clinic_site.settings"}
    os.environ["VAR_DIR"] = str(Path(path).parent)
    import django
    from django.core.files import File

    django.setup()
    from clinic_site.images.uploads import read_picture

    with Path(path).open("rb") as file:
        start = time.perf_counter()
        read_picture(File(file))
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if sys.platform != "darwin":
        memory *= 1024
    size = Path(path).stat().st_size / 1e6
    print(f"| {name} | {size:.1f} MB | {seconds:.1f} s | {memory / 1e6:.0f} MB |", flush=True)


def main():
    print("| picture | file | ready in | memory |\n| --- | --- | --- | --- |", flush=True)
    for name in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            for step in STEPS:
                command = [sys.executable, "-m", __spec__.name, step, name, f"{folder}/photograph"]
                subprocess.run(command, check=True)


# In processes of their own: the memory of a process counts what it began with.
STEPS = {"write": write, "measure": measure}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        STEPS[sys.argv[1]](*sys.argv[2:])
    else:
        main()
