"""Apertium's APy, which listens on every interface: in a network of its own where it has one, and else on nothing but a socket file."""
import ctypes
import fcntl
import signal
import socket
import struct
import sys

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_unix_socket

SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x49
DIE_WITH_PARENT = 1

kind, path = sys.argv.pop(1), sys.argv.pop(1)
ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
if kind == 'apart':
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack('16sH14x', b'lo', UP_AND_RUNNING))

listen = HTTPServer.bind


def bind(server, *address, **said):
    if kind == 'apart':
        listen(server, *address, **said)
    server.add_socket(bind_unix_socket(path))


HTTPServer.bind = bind
sys.modules.pop('apertium_apy', None)
from apertium_apy.apy import main  # noqa: E402

main()
